#include "shimtest.h"
#include <fstab.h>

int main(void)
{
	struct fstab *e;
	printf("%d\n", VIA(setfsent)());
	while ((e = VIA(getfsent)())) printf("%s %s %s %s %s %d %d\n", e->fs_spec, e->fs_file, e->fs_vfstype, e->fs_mntops, e->fs_type, e->fs_freq, e->fs_passno);
	e = VIA(getfsfile)("/");
	puts(e ? e->fs_spec : "none");
	puts(VIA(getfsspec)("no-such-device") ? "there" : "none");
	VIA(endfsent)();
	return 0;
}
