/* recipe: dlsym
 * symbols: dlsym
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: RTLD_NEXT is looked up from the shim when the name is one of the large file names
 * spec: dlsym(3); the *64 names of LFS, which glibc exports and musl since 1.2.4 gives to relocations only
 * scope: private
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

/* The stems that musl's loader maps itself. */
static int has_large_name(const char *stem, size_t n)
{
	static const char list[] =
		" aio_cancel aio_error aio_fsync aio_read aio_return aio_suspend aio_write alphasort creat fallocate fgetpos fopen"
		" freopen fseeko fsetpos fstat fstatat fstatfs fstatvfs ftello ftruncate ftw getdents getrlimit glob globfree lio_listio"
		" lockf lseek lstat mkostemp mkostemps mkstemp mkstemps mmap nftw open openat posix_fadvise posix_fallocate pread preadv"
		" prlimit pwrite pwritev readdir scandir sendfile setrlimit stat statfs statvfs tmpfile truncate versionsort ";
	char word[24];

	if (n > sizeof word - 3)
		return 0;
	word[0] = ' ';
	memcpy(word + 1, stem, n);
	word[n + 1] = ' ';
	word[n + 2] = '\0';
	return strstr(list, word) != 0;
}

/* The caller's place matters for RTLD_NEXT: the plain call must be a jump, which the compiler makes of a tail call. */
void *__mc_dlsym(void *restrict handle, const char *restrict name)
{
	size_t n = strlen(name);
	char stem[24];
	void *found;

	if (n < 6 || strcmp(name + n - 2, "64") || !has_large_name(name, n - 2))
		return dlsym(handle, name);
	found = dlsym(handle, name);
	if (found)
		return found;
	memcpy(stem, name, n - 2);
	stem[n - 2] = '\0';
	return dlsym(handle, stem);
}
