/* recipe: _res
 * symbols: _res
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: nothing reads or writes it: the state is the one of __res_state
 * spec: resolver(3); the object is for programs that were built before threads had states of their own
 * scope: public
 */
#include <netinet/in.h>
#include <resolv.h>

#undef _res
struct __res_state _res;
