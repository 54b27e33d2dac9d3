/* recipe: getfsent
 * symbols: getfsent getfsspec getfsfile setfsent endfsent
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages getfsent(3); fstab(5)
 * scope: public
 */
#define _GNU_SOURCE
#include <mntent.h>
#include <stdio.h>
#include <string.h>

struct fstab {
	char *fs_spec, *fs_file, *fs_vfstype, *fs_mntops;
	const char *fs_type;
	int fs_freq, fs_passno;
};

static FILE *database;

int setfsent(void)
{
	if (database) rewind(database);
	else database = setmntent("/etc/fstab", "re");
	return database != NULL;
}

void endfsent(void)
{
	if (database) endmntent(database);
	database = NULL;
}

struct fstab *getfsent(void)
{
	static struct fstab entry;
	static struct mntent mount;
	static char line[4096];
	static const char *const kinds[] = {"rw", "rq", "ro", "sw", "xx"};
	if ((!database && !setfsent()) || !getmntent_r(database, &mount, line, sizeof line)) return NULL;
	entry = (struct fstab){mount.mnt_fsname, mount.mnt_dir, mount.mnt_type, mount.mnt_opts, "??", mount.mnt_freq, mount.mnt_passno};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (hasmntopt(&mount, kinds[i])) {
			entry.fs_type = kinds[i];
			break;
		}
	return &entry;
}

static struct fstab *find(const char *wanted, int by_file)
{
	if (!setfsent()) return NULL;
	struct fstab *e;
	while ((e = getfsent()) && strcmp(by_file ? e->fs_file : e->fs_spec, wanted)) {}
	return e;
}

struct fstab *getfsspec(const char *spec)
{
	return find(spec, 0);
}

struct fstab *getfsfile(const char *file)
{
	return find(file, 1);
}
