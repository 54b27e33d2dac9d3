/* recipe: __longjmp_chk
 * symbols: __longjmp_chk
 * kind: wrapper
 * glibc: GLIBC_2.11
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: a jump to a frame that is gone is not caught
 * spec: LSB 5.0 longjmp; C11 7.13.2.1
 * scope: public
 */
#include <setjmp.h>

_Noreturn void __longjmp_chk(jmp_buf env, int value)
{
	longjmp(env, value);
}
