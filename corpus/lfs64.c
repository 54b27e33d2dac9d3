/* LFS64 names that musl maps to the plain ones (real aliases up to 1.2.3, a fallback of the loader since 1.2.4).
 * flags: -D_LARGEFILE64_SOURCE */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
int main(void)
{
  struct stat64 st;
  int fd = open64("/", O_RDONLY);
  return fstat64(fd, &st) || lseek64(fd, 0, SEEK_CUR) == -1 || fopen64("/nowhere", "r");
}
