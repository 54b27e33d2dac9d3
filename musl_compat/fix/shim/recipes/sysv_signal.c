/* recipe: sysv_signal
 * symbols: __sysv_signal
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: sysv_signal(3): the handler is used once, its signal is not blocked, system calls are not begun anew; programs built
 *   for X/Open without extensions get it for signal
 * scope: private
 */
#define _GNU_SOURCE
#include <signal.h>

void (*__mc___sysv_signal(int number, void (*handler)(int)))(int)
{
	struct sigaction to = {.sa_handler = handler, .sa_flags = (int)SA_RESETHAND | SA_NODEFER}, old;

	return sigaction(number, &to, &old) ? SIG_ERR : old.sa_handler;
}
