/* recipe: __libc_init_first
 * symbols: __libc_init_first
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: does nothing: musl is ready before any code of the program runs
 * spec: glibc's start-up called it before the program's constructors; since 2.34 it does nothing there either when called again
 * scope: public
 */
void __libc_init_first(int argc, char **argv, char **envp);

void __libc_init_first(int argc, char **argv, char **envp)
{
	(void)argc, (void)argv, (void)envp;
}
