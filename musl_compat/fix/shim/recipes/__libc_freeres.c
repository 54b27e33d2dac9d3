/* recipe: __libc_freeres
 * symbols: __libc_freeres
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: frees nothing: musl keeps no such memory
 * spec: Valgrind manual, --run-libc-freeres
 * scope: public
 */
void __libc_freeres(void)
{
}
