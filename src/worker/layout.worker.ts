// A thread of its own for the layout library, whose answers may take a while. Importing it is all: it listens by itself.
import 'elkjs/lib/elk-worker.min.js'
