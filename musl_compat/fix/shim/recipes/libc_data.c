/* recipe: libc_data
 * symbols: h_errlist h_nerr __fpu_control mallwatch tr_break aio_init __libc_sa_len
 * kind: data
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: x86_64 aarch64 riscv64 s390x loongarch64 i386
 * needs: -
 * fidelity: equivalent
 * differs: __fpu_control and the variables of malloc tracing have no effect; aio_init does nothing
 * spec: glibc netdb.h, fpu_control.h, mcheck.h; Linux man-pages aio_init(3)
 * scope: public
 */
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

const char *const h_errlist[] = {"Resolver Error 0 (no error)", "Unknown host", "Host name lookup failure", "Unknown server error", "No address associated with name"};
const int h_nerr = 5;
#if defined __x86_64__ || defined __i386__
unsigned short __fpu_control = 0x37f;
#else
unsigned __fpu_control;
#endif
void *mallwatch;

void tr_break(void)
{
}

void aio_init(const void *tuning)
{
	(void)tuning;
}

int __libc_sa_len(sa_family_t family)
{
	switch (family) {
	case AF_INET: return sizeof(struct sockaddr_in);
	case AF_INET6: return sizeof(struct sockaddr_in6);
	case AF_UNIX: return sizeof(struct sockaddr_un);
	default: return 0;
	}
}
