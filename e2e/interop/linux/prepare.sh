#!/usr/bin/env bash
# Prepares the virtual machine for `npm run interop:linux`: Debian's kernel for clouds, unpacked and not installed, and
# an initial file system of busybox, the few modules needed, and `init`. Runs once; everything lands in .cache/linux.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target="$here/../../../.cache/linux"
packages=(qemu-system-x86 busybox-static cpio)

missing=()
command -v qemu-system-x86_64 >/dev/null || missing+=(qemu-system-x86)
# The dynamic busybox has no place in an initial file system without libraries.
dpkg -s busybox-static >/dev/null 2>&1 || missing+=(busybox-static)
command -v cpio >/dev/null || missing+=(cpio)
if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "Not installed: ${missing[*]}. As root: apt-get install --no-install-recommends ${packages[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

[ -f "$target/vmlinuz" ] && [ "$target/initrd.gz" -nt "$here/init" ] && exit 0
mkdir -p "$target"
cd "$target"
kernel=$(apt-cache depends linux-image-cloud-amd64 | awk '/Depends:/ { print $2; exit }')
rm -rf kernel
mkdir kernel
(cd kernel && apt-get download -qq "$kernel" && dpkg-deb -x "$kernel"_*.deb . && rm -f "$kernel"_*.deb)
cp kernel/boot/vmlinuz-* vmlinuz

root=$(mktemp -d)
mkdir -p "$root"/{bin,dev,mod,proc,sys}
cp "$(command -v busybox)" "$root/bin/busybox"
for name in sh mount insmod cat echo cut grep head ip ls poweroff stty tr uname; do ln -s busybox "$root/bin/$name"; done
modules=$(echo kernel/lib/modules/*/kernel)
for name in virtio virtio_ring virtio_pci virtio_pci_modern_dev virtio_pci_legacy_dev failover net_failover virtio_net tls bonding; do
  find "$modules" -name "$name.ko" -exec cp {} "$root/mod/" \;
done
install -m 755 "$here/init" "$root/init"
(cd "$root" && find . | cpio -o -H newc --quiet | gzip -1) >initrd.gz
rm -rf "$root" kernel
echo "$kernel" >version
echo "Ready: Linux $kernel in .cache/linux"
