/* recipe: sys_errlist
 * symbols: sys_errlist _sys_errlist sys_nerr _sys_nerr sys_siglist _sys_siglist sys_sigabbrev
 * kind: data
 * glibc: GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.3 GLIBC_2.4 GLIBC_2.12
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: sys_nerr is that of the newest table; read-only
 * spec: 4.4BSD sys_errlist(3), psignal(3); glibc 2.31 and older
 * scope: public
 */
#include "include/mc_errno_names.h"
#include <stddef.h>

#define ERROR_TEXT(code, name, text) [code] = text,
#define SIGNAL_TEXT(signal, name, text) [signal] = text,
#define SIGNAL_NAME(signal, name, text) [signal] = name,

const char *const sys_errlist[135] = {[0] = "Success", MC_ERRORS(ERROR_TEXT)};
extern const char *const _sys_errlist[135] __attribute__((alias("sys_errlist")));
const int sys_nerr = 135;
extern const int _sys_nerr __attribute__((alias("sys_nerr")));
const char *const sys_siglist[65] = {MC_SIGNALS(SIGNAL_TEXT)};
extern const char *const _sys_siglist[65] __attribute__((alias("sys_siglist")));
const char *const sys_sigabbrev[65] = {MC_SIGNALS(SIGNAL_NAME)};
