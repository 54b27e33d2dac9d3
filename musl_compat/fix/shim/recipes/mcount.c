/* recipe: mcount
 * symbols: mcount __fentry__
 * kind: stub
 * glibc: GLIBC_2.2.5 GLIBC_2.13
 * arch: x86_64 i386
 * needs: -
 * fidelity: stub
 * differs: nothing is profiled
 * spec: gcc manual, -pg and -mfentry
 * scope: public
 */

/* Called at the start of each function, before its arguments are safe: no register may change. */
#define RETURNS(name) ".globl " name "\n.type " name ", %function\n" name ":\n\tret\n.size " name ", .-" name "\n"
__asm__(".text\n" RETURNS("mcount") RETURNS("__fentry__"));
