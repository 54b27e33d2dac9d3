/* glibc's struct stat of 32-bit machines with 64-bit times. musl's is the kernel's order of the fields, with more behind. */
#ifndef MC_STAT64_H
#define MC_STAT64_H
#include <stdint.h>
#include <sys/stat.h>

/* Some fields have musl's names, for code that reads either structure. */
struct mc_stat64 {
	uint64_t st_dev, st_ino;
	uint32_t st_mode, st_nlink, user, group;
	uint64_t special;
	int64_t size;
	int32_t block_size;
	int64_t blocks;
	struct timespec access, modification, change;
	unsigned long reserved[2];
};

int __stat64_time64(const char *, struct mc_stat64 *);
int __lstat64_time64(const char *, struct mc_stat64 *);

static inline void mc_to_stat64(const struct stat *from, struct mc_stat64 *to)
{
	*to = (struct mc_stat64){
		.st_dev = from->st_dev,
		.st_ino = from->st_ino,
		.st_mode = from->st_mode,
		.st_nlink = from->st_nlink,
		.user = from->st_uid,
		.group = from->st_gid,
		.special = from->st_rdev,
		.size = from->st_size,
		.block_size = from->st_blksize,
		.blocks = from->st_blocks,
		.access = from->st_atim,
		.modification = from->st_mtim,
		.change = from->st_ctim,
	};
}
#endif
