#include "shimtest.h"
#include <termios.h>

extern unsigned cfgetobaud(const struct termios *);
extern int cfsetobaud(struct termios *, unsigned), cfsetbaud(struct termios *, unsigned, unsigned);

int main(void)
{
	struct termios t = {0};
	printf("%d ", VIA(cfsetobaud)(&t, 115200));
	printf("%u\n", VIA(cfgetobaud)(&t));
	printf("%d ", VIA(cfsetbaud)(&t, 9600, 9600));
	printf("%u\n", VIA(cfgetobaud)(&t));
	return 0;
}
