/* recipe: error_names
 * symbols: strerrorname_np strerrordesc_np sigabbrev_np sigdescr_np
 * kind: implementation
 * glibc: GLIBC_2.32
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: sigdescr_np and strerrordesc_np give glibc's English text
 * spec: Linux man-pages strerror(3), strsignal(3)
 * scope: public
 */
#include "include/mc_errno_names.h"
#include <stddef.h>

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

const char *strerrorname_np(int code)
{
	return code == 0 ? "0" : code > 0 && code < COUNT(mc_errors) ? mc_errors[code].name : NULL;
}

const char *strerrordesc_np(int code)
{
	return code >= 0 && code < COUNT(mc_errors) ? mc_errors[code].text : NULL;
}

const char *sigabbrev_np(int signal)
{
	return signal > 0 && signal < COUNT(mc_signals) ? mc_signals[signal].name : NULL;
}

const char *sigdescr_np(int signal)
{
	return signal > 0 && signal < COUNT(mc_signals) ? mc_signals[signal].text : NULL;
}
