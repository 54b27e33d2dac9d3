/* recipe: __rseq_offset
 * symbols: __rseq_offset __rseq_size __rseq_flags
 * kind: data
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: restartable sequences are not registered (size 0), which glibc says too when they are turned off
 * spec: glibc manual "Restartable Sequences"
 * scope: public
 */
#include <stddef.h>

const ptrdiff_t __rseq_offset = 0;
const unsigned __rseq_size = 0;
const unsigned __rseq_flags = 0;
