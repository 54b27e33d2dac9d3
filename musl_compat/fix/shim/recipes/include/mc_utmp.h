/* The records of utmp and wtmp as glibc has them, which are not as long as musl's. */
#ifndef MC_UTMP_H
#define MC_UTMP_H
#include <stdint.h>

#if defined __x86_64__ || defined __i386__ || defined __powerpc64__ || defined __s390x__ || defined __riscv || defined __arm__
typedef int32_t mc_utmp_word; /* one layout for programs of 32 and of 64 bits */
#else
typedef long mc_utmp_word;
#endif

struct mc_utmp {
	short type;
	int pid;
	char line[32], id[4], user[32], host[256];
	short termination, exit;
	mc_utmp_word session, seconds, microseconds;
	int32_t address[4];
	char unused[20];
};

#define MC_UTMP "/var/run/utmp"
#define MC_WTMP "/var/log/wtmp"

/* Each returns 0, or -1 with errno. mc_utmp_next gives the next record, mc_utmp_find the next that is of the same kind and
 * id, or with by_line of the same terminal; mc_utmp_put replaces such a record or adds one. */
void mc_utmp_rewind(void);
void mc_utmp_close(void);
int mc_utmp_name(const char *file);
int mc_utmp_next(struct mc_utmp *out);
int mc_utmp_find(const struct mc_utmp *like, int by_line, struct mc_utmp *out);
int mc_utmp_put(const struct mc_utmp *record);
void mc_wtmp_add(const char *file, const struct mc_utmp *record);
#endif
