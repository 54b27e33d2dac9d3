#include "shimtest.h"
#include <arpa/inet.h>
#include <netdb.h>
#include <shadow.h>

static void names(char **list)
{
	for (; *list; list++) printf(" %s", *list);
	puts("");
}

static void service(const struct servent *s)
{
	printf("%s %s %d", s->s_name, s->s_proto, ntohs((uint16_t)s->s_port));
	names(s->s_aliases);
}

int main(void)
{
	struct servent *s;
	struct netent *n;
	struct hostent *h;
	struct spwd *p;
	for (int k = 0; k < 2; k++) {
		VIA(setservent)(0);
		for (int i = 0; (k || i < 5) && (s = VIA(getservent)()); i++) service(s);
	}
	VIA(endservent)();
	s = VIA(getservent)();
	if (s) service(s);
	VIA(setnetent)(1);
	while ((n = VIA(getnetent)())) {
		printf("%s %x", n->n_name, n->n_net);
		names(n->n_aliases);
	}
	VIA(endnetent)();
	n = VIA(getnetbyname)("loopback");
	printf("%x\n", n ? n->n_net : 0);
	n = VIA(getnetbyaddr)(127 << 24, AF_INET);
	printf("%s\n", n ? n->n_name : "none");
	n = VIA(getnetbyname)("no-such-network");
	printf("%d\n", n == 0);
	VIA(sethostent)(0);
	while ((h = VIA(gethostent)())) {
		printf("%s %d %s", h->h_name, h->h_addrtype, inet_ntoa(*(struct in_addr *)h->h_addr_list[0]));
		names(h->h_aliases);
	}
	VIA(endhostent)();
	for (int k = 0; k < 2; k++) {
		VIA(setspent)();
		while ((p = VIA(getspent)())) printf("%s %ld %ld\n", p->sp_namp, p->sp_lstchg, p->sp_max);
	}
	VIA(endspent)();
}
