/* recipe: res_query
 * symbols: res_init res_query res_search res_querydomain res_mkquery res_send
 * kind: wrapper
 * glibc: GLIBC_2.34
 * arch: any
 * needs: res
 * fidelity: equivalent
 * differs: as res
 * spec: resolver(3): res_search follows the search list and all use the servers in _res
 * scope: private
 */
#include <resolv.h>

typedef unsigned char uchar;

int __res_init(void);
int __res_query(const char *, int, int, uchar *, int);
int __res_search(const char *, int, int, uchar *, int);
int __res_querydomain(const char *, const char *, int, int, uchar *, int);
int __res_mkquery(int, const char *, int, int, const uchar *, int, const uchar *, uchar *, int);
int __res_send(const uchar *, int, uchar *, int);

int __mc_res_init(void)
{
	return __res_init();
}

int __mc_res_query(const char *name, int class, int type, uchar *answer, int room)
{
	return __res_query(name, class, type, answer, room);
}

int __mc_res_search(const char *name, int class, int type, uchar *answer, int room)
{
	return __res_search(name, class, type, answer, room);
}

int __mc_res_querydomain(const char *name, const char *domain, int class, int type, uchar *answer, int room)
{
	return __res_querydomain(name, domain, class, type, answer, room);
}

int __mc_res_mkquery(int op, const char *name, int class, int type, const uchar *data, int length, const uchar *newrr, uchar *to, int size)
{
	return __res_mkquery(op, name, class, type, data, length, newrr, to, size);
}

int __mc_res_send(const uchar *query, int length, uchar *answer, int room)
{
	return __res_send(query, length, answer, room);
}
