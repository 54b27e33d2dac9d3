/* recipes: res res_query
 * The name server is a thread of the program. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <resolv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int udp, tcp;
static char seen[4096];

static int respond(unsigned char *q, int n, int stream)
{
	char name[256] = "";
	int len = dn_expand(q, q + n, q + 12, name, sizeof name), rcode = 0, count = 1;
	unsigned char *p = q + 12 + len + 4;
	static const unsigned char record[] = {0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7};

	sprintf(seen + strlen(seen), " %s/%d%s", name, q[12 + len + 1], stream ? "/tcp" : "");
	if (strstr(name, "missing")) rcode = 3;
	if (strstr(name, "broken")) rcode = 2;
	if (strstr(name, "refused")) rcode = 5;
	if (strstr(name, "empty") || rcode) count = 0;
	if (strstr(name, "found") && !strstr(name, "found.second")) rcode = 3, count = 0;
	q[2] |= 0x80;
	q[3] = 0x80 | rcode;
	if (strstr(name, "big") && !stream) q[2] |= 2, count = 0;
	q[7] = count;
	n = p - q;
	for (int i = 0; i < count; i++, n += sizeof record)
		memcpy(q + n, record, sizeof record);
	return n;
}

static void *serve_udp(void *arg)
{
	unsigned char q[1024];
	struct sockaddr_in from;
	for (;;) {
		socklen_t l = sizeof from;
		ssize_t n = recvfrom(udp, q, sizeof q, 0, (void *)&from, &l);
		if (n > 0)
			sendto(udp, q, respond(q, n, 0), 0, (void *)&from, l);
	}
}

static void *serve_tcp(void *arg)
{
	unsigned char q[1024];
	for (;;) {
		int fd = accept(tcp, 0, 0), n;
		n = recv(fd, q, 2, MSG_WAITALL);
		n = recv(fd, q + 2, q[0] << 8 | q[1], MSG_WAITALL);
		n = respond(q + 2, n, 1);
		q[0] = n >> 8, q[1] = n;
		send(fd, q, n + 2, 0);
		close(fd);
	}
}

static void ask(struct __res_state *s, const char *how, const char *name)
{
	unsigned char a[1024];
	int n;

	memset(a, 0, sizeof a);
	*seen = 0;
	n = *how == 'q' ? res_nquery(s, name, 1, 1, a, sizeof a) : res_nsearch(s, name, 1, 1, a, sizeof a);
	printf("%s %s: %d h_errno %d state %d rcode %d answers %d; asked%s\n", how, name, n, n < 0 ? h_errno : 0, n < 0 ? s->res_h_errno : 0, a[3] & 15, a[7], seen);
}

int main(void)
{
	struct __res_state s;
	struct sockaddr_in a = {.sin_family = AF_INET};
	socklen_t l = sizeof a;
	unsigned char q[512], c[100];
	char text[300];
	pthread_t t;
	int n;

	setenv("LOCALDOMAIN", "first.test second.test", 1);
	setenv("RES_OPTIONS", "ndots:2 timeout:3 attempts:9 rotate", 1);
	memset(&s, 0x55, sizeof s);
	memset(&s, 0, sizeof s);
	printf("%d\n", res_ninit(&s));
	printf("%d %d %lx %d %s %s %s %s %d %d\n", s.retrans, s.retry, (unsigned long)s.options, s.nscount, inet_ntoa(s.nsaddr_list[0].sin_addr), s.dnsrch[0], s.dnsrch[1], s.dnsrch[2] ? "?" : "end", s.ndots, ntohs(s.nsaddr_list[0].sin_port));
	unsetenv("LOCALDOMAIN");
	unsetenv("RES_OPTIONS");
	udp = socket(AF_INET, SOCK_DGRAM, 0);
	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	bind(udp, (void *)&a, sizeof a);
	getsockname(udp, (void *)&a, &l);
	tcp = socket(AF_INET, SOCK_STREAM, 0);
	bind(tcp, (void *)&a, sizeof a);
	listen(tcp, 5);
	pthread_create(&t, 0, serve_udp, 0);
	pthread_create(&t, 0, serve_tcp, 0);
	s.nsaddr_list[0] = a;
	s.nscount = 1;
	s.options &= ~RES_ROTATE;
	ask(&s, "q", "host.example");
	ask(&s, "q", "missing.example");
	ask(&s, "q", "broken.example");
	ask(&s, "q", "refused.example");
	ask(&s, "q", "empty.example");
	ask(&s, "q", "big.example");
	ask(&s, "search", "host");
	ask(&s, "search", "found");
	ask(&s, "search", "found.");
	ask(&s, "search", "a.found");
	ask(&s, "search", "a.b.found");
	ask(&s, "search", "missing");
	ask(&s, "search", "empty");
	ask(&s, "search", "a.b.missing.c");
	ask(&s, "search", "broken");
	s.options |= RES_USEVC;
	ask(&s, "q", "stream.example");
	s.options &= ~(RES_USEVC | RES_DNSRCH | RES_DEFNAMES);
	ask(&s, "search", "found");
	n = res_nmkquery(&s, 0, "www.example.org", 1, 28, 0, 0, 0, q, sizeof q);
	printf("query %d:", n);
	for (int i = 2; i < n; i++)
		printf(" %02x", q[i]);
	n = dn_expand(q, q + n, q + 12, text, sizeof text);
	printf("\n%d %s\n", n, text);
	printf("%d\n", res_nmkquery(&s, 0, "bad..name", 1, 28, 0, 0, 0, q, sizeof q));
	printf("%d %d\n", res_init(), (int)(_res.options & RES_INIT));
	_res.nsaddr_list[0] = a;
	_res.nscount = 1;
	printf("%d\n", res_query("x.example", 1, 1, q, sizeof q));
	printf("%d\n", res_search("missing.example.", 1, 1, q, sizeof q));
	printf("%d\n", res_querydomain("x", "example", 1, 1, q, sizeof q));
	res_nclose(&s);
	_exit((fflush(0), 0));
}
