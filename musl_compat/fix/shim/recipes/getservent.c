/* recipe: getservent
 * symbols: setservent getservent endservent setnetent getnetent endnetent getnetbyname getnetbyaddr sethostent gethostent
 *   endhostent setspent getspent endspent
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: getservent_r getnetent_r gethostent_r getpwent_r
 * fidelity: equivalent
 * differs: reads the files below /etc only
 * spec: getservent(3), getnetent(3), gethostent(3), getspent(3); musl's functions find nothing
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netdb.h>
#include <shadow.h>
#include <stdint.h>
#include <stdlib.h>

int getservent_r(struct servent *, char *, size_t, struct servent **);
int getnetent_r(struct netent *, char *, size_t, struct netent **, int *);
int getnetbyname_r(const char *, struct netent *, char *, size_t, struct netent **, int *);
int getnetbyaddr_r(uint32_t, int, struct netent *, char *, size_t, struct netent **, int *);
int gethostent_r(struct hostent *, char *, size_t, struct hostent **, int *);
int getspent_r(struct spwd *, char *, size_t, struct spwd **);
void mc_services_rewind(void);
void mc_networks_rewind(void);
void mc_hosts_rewind(void);
void mc_shadow_rewind(void);

/* Each function has an entry of its own, in a buffer that grows until the entry fits. */
struct room {
	char *at;
	size_t size;
};

static int grow(struct room *room)
{
	size_t size = room->size ? 2 * room->size : 1024;
	char *more = realloc(room->at, size);

	if (more)
		*room = (struct room){more, size};
	return more != 0;
}

#define ENTRY(type, name, parameters, call) \
	struct type *__mc_##name parameters \
	{ \
		static struct room room; \
		static struct type entry; \
		struct type *result = 0; \
		int why = 0, error = ERANGE; \
		if (room.size) \
			error = call; \
		while (error == ERANGE && grow(&room)) \
			error = call; \
		if (why > 0) \
			h_errno = why; \
		return result; \
	}

ENTRY(servent, getservent, (void), getservent_r(&entry, room.at, room.size, &result))
ENTRY(netent, getnetent, (void), getnetent_r(&entry, room.at, room.size, &result, &why))
ENTRY(netent, getnetbyname, (const char *name), getnetbyname_r(name, &entry, room.at, room.size, &result, &why))
ENTRY(netent, getnetbyaddr, (uint32_t net, int type), getnetbyaddr_r(net, type, &entry, room.at, room.size, &result, &why))
ENTRY(hostent, gethostent, (void), gethostent_r(&entry, room.at, room.size, &result, &why))
ENTRY(spwd, getspent, (void), getspent_r(&entry, room.at, room.size, &result))

#define REWIND(set, end, how) \
	void __mc_##set(int open) \
	{ \
		(void)open; \
		how(); \
	} \
	void __mc_##end(void) \
	{ \
		how(); \
	}

REWIND(setservent, endservent, mc_services_rewind)
REWIND(setnetent, endnetent, mc_networks_rewind)
REWIND(sethostent, endhostent, mc_hosts_rewind)

void __mc_setspent(void)
{
	mc_shadow_rewind();
}

void __mc_endspent(void)
{
	mc_shadow_rewind();
}
