/* recipe: __libc_single_threaded
 * symbols: __libc_single_threaded
 * kind: data
 * glibc: GLIBC_2.32
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: always 0 (perhaps threads), which only costs the caller an atomic operation
 * spec: glibc manual "Single-Threaded"; Linux man-pages sys/single_threaded.h
 * scope: public
 */
/* Never 1: a thread may be made by an object built for musl, which would not tell us. */
char __libc_single_threaded = 0;
