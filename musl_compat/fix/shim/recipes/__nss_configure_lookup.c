/* recipe: __nss_configure_lookup
 * symbols: __nss_configure_lookup
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: answers 0 and changes nothing: musl has no name service switch
 * spec: glibc manual "NSS Basics"
 * scope: public
 */
#include "include/mc_loud.h"

int __nss_configure_lookup(const char *database, const char *service)
{
	(void)database;
	(void)service;
	MC_LOUD("there is no name service switch");
	return 0;
}
