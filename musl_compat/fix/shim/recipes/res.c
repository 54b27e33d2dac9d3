/* recipe: res
 * symbols: __res_ninit __res_nclose __res_close __res_init __res_nmkquery res_nmkquery __res_nsend res_nsend __res_nquery
 *   res_nquery __res_nsearch res_nsearch __res_nquerydomain res_nquerydomain __res_query __res_search __res_querydomain
 *   __res_mkquery __res_send __res_randomid __dn_expand __dn_comp __dn_skipname
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: options edns0, trust-ad, rotate, no-tld-query and sortlist have no effect; HOSTALIASES is not read; no socket is
 *   kept open
 * spec: resolver(3), resolv.conf(5); RFC 1035 sections 4.1 and 4.2; <resolv.h> for struct __res_state, equal in both libcs
 * scope: public
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <ctype.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <resolv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct __res_state state;
typedef unsigned char uchar;

enum { DEFAULT_OPTIONS = RES_RECURSE | RES_DEFNAMES | RES_DNSRCH, TIMEOUT = 5, TRIES = 2 };

/* The list of search domains lives in defdname, dnsrch points into it. */
static void set_domains(state *s, const char *list, int only_first)
{
	char *to = s->defdname, *end = s->defdname + sizeof s->defdname - 1;
	int count = 0;

	memset(s->dnsrch, 0, sizeof s->dnsrch);
	while (*list && count < MAXDNSRCH) {
		size_t n;
		list += strspn(list, " \t\n");
		n = strcspn(list, " \t\n");
		if (!n || (size_t)(end - to) < n)
			break;
		s->dnsrch[count++] = memcpy(to, list, n);
		to[n] = '\0';
		to += n + 1;
		list += n;
		if (only_first)
			break;
	}
}

static int number_after(const char *word, const char *key, int most, int *value)
{
	size_t n = strlen(key);
	int v;

	if (strncmp(word, key, n))
		return 0;
	v = atoi(word + n);
	*value = v > most ? most : v;
	return 1;
}

static void set_options(state *s, const char *list)
{
	static const struct {
		const char *word;
		unsigned long flag;
	} flags[] = {{"inet6", RES_USE_INET6}, {"rotate", RES_ROTATE}, {"edns0", RES_USE_EDNS0}, {"use-vc", RES_USEVC},
		     {"single-request-reopen", RES_SNGLKUPREOP}, {"single-request", RES_SNGLKUP}};

	while (*(list += strspn(list, " \t\n"))) {
		size_t n = strcspn(list, " \t\n");
		int value;
		if (number_after(list, "ndots:", 15, &value))
			s->ndots = (unsigned)value & 15;
		else if (number_after(list, "timeout:", 30, &value))
			s->retrans = value;
		else if (number_after(list, "attempts:", 5, &value))
			s->retry = value;
		for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
			if (n == strlen(flags[i].word) && !memcmp(list, flags[i].word, n))
				s->options |= flags[i].flag;
		list += n;
	}
}

static void add_server(state *s, const char *text)
{
	char address[64];
	size_t n = strcspn(text, " \t\n%");
	struct in6_addr six;
	struct in_addr four;
	int i = s->nscount;

	if (i >= MAXNS || n >= sizeof address)
		return;
	memcpy(address, text, n);
	address[n] = '\0';
	if (inet_aton(address, &four)) {
		s->nsaddr_list[i] = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(53), .sin_addr = four};
		s->nscount++;
	} else if (inet_pton(AF_INET6, address, &six) == 1) {
		struct sockaddr_in6 *a = calloc(1, sizeof *a);
		if (!a)
			return;
		a->sin6_family = AF_INET6;
		a->sin6_port = htons(53);
		a->sin6_addr = six;
		s->_u._ext.nsaddrs[i] = a;
		s->_u._ext.nscount++;
		s->nscount++;
	}
}

unsigned __res_randomid(void);

static const char *value_of(const char *line, const char *key)
{
	size_t n = strlen(key);

	return !strncmp(line, key, n) && (line[n] == ' ' || line[n] == '\t') ? line + n + strspn(line + n, " \t") : 0;
}

static void read_configuration(state *s)
{
	char line[1024];
	const char *v;
	FILE *f = fopen(_PATH_RESCONF, "re");

	if (!f)
		return;
	while (fgets(line, sizeof line, f)) {
		if ((v = value_of(line, "nameserver")))
			add_server(s, v);
		else if ((v = value_of(line, "domain")))
			set_domains(s, v, 1);
		else if ((v = value_of(line, "search")))
			set_domains(s, v, 0);
		else if ((v = value_of(line, "options")))
			set_options(s, v);
	}
	fclose(f);
}

int __res_ninit(state *s)
{
	char host[256];
	const char *v;

	memset(s, 0, sizeof *s);
	s->retrans = TIMEOUT;
	s->retry = TRIES;
	s->options = DEFAULT_OPTIONS;
	s->ndots = 1;
	s->_vcsock = -1;
	for (int i = 0; i < MAXNS; i++)
		s->_u._ext.nssocks[i] = -1;
	read_configuration(s);
	if (!s->nscount) {
		s->nsaddr_list[0] = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(53)};
		s->nsaddr_list[0].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		s->nscount = 1;
	}
	if (!s->dnsrch[0] && !gethostname(host, sizeof host) && (v = strchr(host, '.')) && v[1])
		set_domains(s, v + 1, 1);
	if ((v = getenv("LOCALDOMAIN")))
		set_domains(s, v, 0);
	if ((v = getenv("RES_OPTIONS")))
		set_options(s, v);
	s->id = (unsigned short)__res_randomid();
	s->options |= RES_INIT;
	return 0;
}

void __res_nclose(state *s)
{
	for (int i = 0; i < MAXNS; i++) {
		free(s->_u._ext.nsaddrs[i]);
		s->_u._ext.nsaddrs[i] = 0;
	}
	s->_u._ext.nscount = 0;
	s->options &= ~(unsigned long)RES_INIT;
}

void __res_close(void)
{
	if (_res.options & RES_INIT)
		__res_nclose(&_res);
}

int __res_init(void)
{
	unsigned long options = _res.options & RES_INIT ? 0 : _res.options;

	__res_close();
	if (__res_ninit(&_res))
		return -1;
	_res.options |= options; /* what the program set before the first call stays */
	return 0;
}

static state *shared(void)
{
	if (!(_res.options & RES_INIT))
		__res_init();
	return &_res;
}

unsigned __res_randomid(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return 0xffff & (unsigned)(t.tv_sec ^ t.tv_nsec ^ t.tv_nsec >> 16 ^ getpid());
}

int __res_nmkquery(state *s, int op, const char *name, int class, int type, const uchar *data, int length,
		   const uchar *newrr, uchar *to, int size)
{
	int n = res_mkquery(op, name, class, type, data, length, newrr, to, size);

	if (n >= NS_HFIXEDSZ) {
		s->id++;
		to[0] = (uchar)(s->id >> 8);
		to[1] = (uchar)s->id;
		to[2] = (uchar)((to[2] & ~1) | (s->options & RES_RECURSE ? 1 : 0));
		to[3] = 0; /* musl asks for authentic data */
	}
	return n;
}

static const struct sockaddr *server(state *s, int i, socklen_t *size)
{
	if (s->_u._ext.nsaddrs[i]) {
		*size = sizeof(struct sockaddr_in6);
		return (const struct sockaddr *)s->_u._ext.nsaddrs[i];
	}
	*size = sizeof(struct sockaddr_in);
	return (const struct sockaddr *)&s->nsaddr_list[i];
}

static int answers(const uchar *query, int length, const uchar *answer, int n)
{
	/* The identifier, the response bit, and the question repeated. */
	return n >= NS_HFIXEDSZ && answer[0] == query[0] && answer[1] == query[1] && answer[2] & 0x80 &&
	       (n < length || !(answer[4] | answer[5]) || !strncasecmp((const char *)answer + 12, (const char *)query + 12, (size_t)(length - 12)));
}

static int wait_for(int fd, short events, int timeout)
{
	struct pollfd p = {.fd = fd, .events = events};

	return poll(&p, 1, timeout) == 1 && !(p.revents & POLLNVAL);
}

static int move_all(int fd, uchar *buffer, int size, int sending, int timeout)
{
	int done = 0;

	while (done < size) {
		ssize_t n;
		if (!wait_for(fd, sending ? POLLOUT : POLLIN, timeout))
			return -1;
		n = sending ? send(fd, buffer + done, (size_t)(size - done), MSG_NOSIGNAL) : recv(fd, buffer + done, (size_t)(size - done), 0);
		if (n <= 0)
			return -1;
		done += (int)n;
	}
	return done;
}

static int exchange_tcp(const struct sockaddr *to, socklen_t size, const uchar *query, int length, uchar *answer, int room, int timeout)
{
	uchar head[2] = {(uchar)(length >> 8), (uchar)length}, rest[512];
	int fd = socket(to->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0), n = -1, left;

	if (fd < 0)
		return -1;
	if (connect(fd, to, size) || move_all(fd, head, 2, 1, timeout) < 0 || move_all(fd, (uchar *)(uintptr_t)query, length, 1, timeout) < 0 ||
	    move_all(fd, head, 2, 0, timeout) < 0)
		goto out;
	left = head[0] << 8 | head[1];
	n = left < room ? left : room;
	left -= n;
	if (move_all(fd, answer, n, 0, timeout) < 0)
		n = -1;
	else if (left > 0 && n >= NS_HFIXEDSZ)
		answer[2] |= 2; /* truncated for the caller */
	while (n > 0 && left > 0) {
		int part = left < (int)sizeof rest ? left : (int)sizeof rest;
		if (move_all(fd, rest, part, 0, timeout) < 0)
			break;
		left -= part;
	}
out:
	close(fd);
	return n;
}

static int exchange_udp(const struct sockaddr *to, socklen_t size, const uchar *query, int length, uchar *answer, int room, int timeout)
{
	int fd = socket(to->sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	ssize_t n = -1;

	if (fd < 0)
		return -1;
	if (!connect(fd, to, size) && send(fd, query, (size_t)length, MSG_NOSIGNAL) == length) {
		while (wait_for(fd, POLLIN, timeout)) {
			n = recv(fd, answer, (size_t)room, 0);
			if (n < 0 || answers(query, length, answer, (int)n))
				break;
			n = -1;
		}
	}
	close(fd);
	return (int)n;
}

int __res_nsend(state *s, const uchar *query, int length, uchar *answer, int room)
{
	if (room < NS_HFIXEDSZ || length < NS_HFIXEDSZ) {
		errno = EINVAL;
		return -1;
	}
	errno = ETIMEDOUT;
	for (int try = 0; try < s->retry; try++) {
		for (int i = 0; i < s->nscount; i++) {
			int timeout = (s->retrans << try) / (try ? s->nscount : 1), n = -1;
			socklen_t size;
			const struct sockaddr *to = server(s, i, &size);
			if (timeout < 1)
				timeout = 1;
			if (!(s->options & RES_USEVC) && length <= NS_PACKETSZ)
				n = exchange_udp(to, size, query, length, answer, room, timeout * 1000);
			if (s->options & RES_USEVC || length > NS_PACKETSZ || (n > 0 && answer[2] & 2 && !(s->options & RES_IGNTC)))
				n = exchange_tcp(to, size, query, length, answer, room, timeout * 1000);
			if (n < NS_HFIXEDSZ)
				continue;
			/* A server that cannot or will not say is no answer. */
			if ((answer[3] & 15) != ns_r_servfail && (answer[3] & 15) != ns_r_notimpl && (answer[3] & 15) != ns_r_refused)
				return n;
		}
	}
	if (errno != ECONNREFUSED)
		errno = ETIMEDOUT;
	return -1;
}

static int fail(state *s, int why)
{
	s->res_h_errno = why;
	h_errno = why;
	return -1;
}

int __res_nquery(state *s, const char *name, int class, int type, uchar *answer, int room)
{
	uchar query[NS_PACKETSZ];
	int n = __res_nmkquery(s, ns_o_query, name, class, type, 0, 0, 0, query, sizeof query);

	if (n <= 0)
		return fail(s, NO_RECOVERY);
	n = __res_nsend(s, query, n, answer, room);
	if (n < 0)
		return fail(s, TRY_AGAIN);
	switch (answer[3] & 15) {
	case ns_r_noerror:
		return answer[6] | answer[7] ? n : fail(s, NO_DATA);
	case ns_r_nxdomain:
		return fail(s, HOST_NOT_FOUND);
	case ns_r_servfail:
		return fail(s, TRY_AGAIN);
	}
	return fail(s, NO_RECOVERY);
}

int __res_nquerydomain(state *s, const char *name, const char *domain, int class, int type, uchar *answer, int room)
{
	char full[NS_MAXDNAME];
	int n;

	if (!domain) {
		n = snprintf(full, sizeof full, "%s", name);
		if (n > 0 && full[n - 1] == '.')
			full[n - 1] = '\0';
	} else {
		n = snprintf(full, sizeof full, "%s.%s", name, domain);
	}
	if (n < 0 || (size_t)n >= sizeof full)
		return fail(s, NO_RECOVERY);
	return __res_nquery(s, full, class, type, answer, room);
}

/* As resolv.conf(5) tells: enough dots first as is, then through the search list, then as is unless it was tried. */
int __res_nsearch(state *s, const char *name, int class, int type, uchar *answer, int room)
{
	unsigned dots = 0;
	int rooted = 0, tried = 0, no_data = 0, again = 0, first_error = -1, n;

	for (const char *p = name; *p; p++) {
		dots += *p == '.';
		rooted = *p == '.';
	}
	fail(s, HOST_NOT_FOUND);
	if (dots >= s->ndots || rooted) {
		n = __res_nquerydomain(s, name, 0, class, type, answer, room);
		if (n > 0 || rooted)
			return n;
		first_error = s->res_h_errno;
		tried = 1;
	}
	if ((!dots && s->options & RES_DEFNAMES) || (dots && s->options & RES_DNSRCH)) {
		for (int i = 0; i < MAXDNSRCH && s->dnsrch[i]; i++) {
			const char *domain = s->dnsrch[i];
			n = __res_nquerydomain(s, name, *domain && strcmp(domain, ".") ? domain : 0, class, type, answer, room);
			if (n > 0)
				return n;
			if (errno == ECONNREFUSED && s->res_h_errno == TRY_AGAIN)
				return -1;
			if (s->res_h_errno == NO_DATA)
				no_data = 1;
			else if (s->res_h_errno == TRY_AGAIN && (answer[3] & 15) == ns_r_servfail)
				again = 1;
			else if (s->res_h_errno != HOST_NOT_FOUND)
				break;
			if (!(s->options & RES_DNSRCH))
				break;
		}
	}
	if (!tried && dots < s->ndots) {
		n = __res_nquerydomain(s, name, 0, class, type, answer, room);
		if (n > 0)
			return n;
	}
	if (first_error != -1)
		return fail(s, first_error);
	return no_data ? fail(s, NO_DATA) : again ? fail(s, TRY_AGAIN) : -1;
}

int __res_query(const char *name, int class, int type, uchar *answer, int room)
{
	return __res_nquery(shared(), name, class, type, answer, room);
}

int __res_search(const char *name, int class, int type, uchar *answer, int room)
{
	return __res_nsearch(shared(), name, class, type, answer, room);
}

int __res_querydomain(const char *name, const char *domain, int class, int type, uchar *answer, int room)
{
	return __res_nquerydomain(shared(), name, domain, class, type, answer, room);
}

int __res_mkquery(int op, const char *name, int class, int type, const uchar *data, int length, const uchar *newrr, uchar *to, int size)
{
	return __res_nmkquery(shared(), op, name, class, type, data, length, newrr, to, size);
}

int __res_send(const uchar *query, int length, uchar *answer, int room)
{
	return __res_nsend(shared(), query, length, answer, room);
}

int __dn_expand(const uchar *message, const uchar *end, const uchar *from, char *to, int size)
{
	return dn_expand(message, end, from, to, size);
}

int __dn_comp(const char *name, uchar *to, int size, uchar **names, uchar **last)
{
	return dn_comp(name, to, size, names, last);
}

int __dn_skipname(const uchar *from, const uchar *end)
{
	return dn_skipname(from, end);
}

int res_nmkquery(state *, int, const char *, int, int, const uchar *, int, const uchar *, uchar *, int) __attribute__((alias("__res_nmkquery")));
int res_nsend(state *, const uchar *, int, uchar *, int) __attribute__((alias("__res_nsend")));
int res_nquery(state *, const char *, int, int, uchar *, int) __attribute__((alias("__res_nquery")));
int res_nsearch(state *, const char *, int, int, uchar *, int) __attribute__((alias("__res_nsearch")));
int res_nquerydomain(state *, const char *, const char *, int, int, uchar *, int) __attribute__((alias("__res_nquerydomain")));
