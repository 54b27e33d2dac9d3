/* recipe: termios_baud
 * symbols: cfgetibaud cfgetobaud cfsetibaud cfsetobaud cfsetbaud
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: only the speeds that have a B constant can be set
 * spec: glibc 2.42 release notes, cfsetbaud and the like
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stddef.h>
#include <termios.h>

static const struct {
	speed_t code;
	unsigned baud;
} speeds[] = {
	{B0, 0}, {B50, 50}, {B75, 75}, {B110, 110}, {B134, 134}, {B150, 150}, {B200, 200}, {B300, 300}, {B600, 600}, {B1200, 1200},
	{B1800, 1800}, {B2400, 2400}, {B4800, 4800}, {B9600, 9600}, {B19200, 19200}, {B38400, 38400}, {B57600, 57600},
	{B115200, 115200}, {B230400, 230400}, {B460800, 460800}, {B500000, 500000}, {B576000, 576000}, {B921600, 921600},
	{B1000000, 1000000}, {B1152000, 1152000}, {B1500000, 1500000}, {B2000000, 2000000}, {B2500000, 2500000},
	{B3000000, 3000000}, {B3500000, 3500000}, {B4000000, 4000000},
};
enum { SPEEDS = sizeof speeds / sizeof *speeds };

static unsigned baud_of(speed_t code)
{
	for (size_t i = 0; i < SPEEDS; i++)
		if (speeds[i].code == code) return speeds[i].baud;
	return 0;
}

static int set(struct termios *t, unsigned baud, int (*with)(struct termios *, speed_t))
{
	for (size_t i = 0; i < SPEEDS; i++)
		if (speeds[i].baud == baud) return with(t, speeds[i].code);
	errno = EINVAL;
	return -1;
}

unsigned cfgetibaud(const struct termios *t)
{
	return baud_of(cfgetispeed(t));
}

unsigned cfgetobaud(const struct termios *t)
{
	return baud_of(cfgetospeed(t));
}

int cfsetibaud(struct termios *t, unsigned baud)
{
	return set(t, baud, cfsetispeed);
}

int cfsetobaud(struct termios *t, unsigned baud)
{
	return set(t, baud, cfsetospeed);
}

int cfsetbaud(struct termios *t, unsigned in, unsigned out)
{
	int result = cfsetobaud(t, out);
	return result ? result : cfsetibaud(t, in);
}
