#include "shimtest.h"
#include <sys/socket.h>

extern unsigned short __fpu_control;
extern const int h_nerr;
extern const char *const h_errlist[5];
extern int __libc_sa_len(sa_family_t);

int main(void)
{
	printf("%x %d %d %d\n", __fpu_control, VIA(__libc_sa_len)(AF_INET), VIA(__libc_sa_len)(AF_INET6), VIA(__libc_sa_len)(AF_UNIX));
	for (int i = 0; i < h_nerr; i++) puts(h_errlist[i]);
	return 0;
}
