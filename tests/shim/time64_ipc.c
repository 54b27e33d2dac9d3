#define _TIME_BITS 64
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <time.h>
#include <unistd.h>

union semun { int val; struct semid_ds *buf; unsigned short *array; };

static int recent(time_t t)
{
	time_t now = time(0);
	return t <= now && t > now - 100;
}

int main(void)
{
	int s = semget(IPC_PRIVATE, 3, 0640), m = shmget(IPC_PRIVATE, 5000, 0600), q = msgget(IPC_PRIVATE, 0644);
	struct semid_ds sd;
	struct shmid_ds md;
	struct msqid_ds qd;
	struct { long type; char text[8]; } message = {1, "text"};
	struct sembuf up = {1, 2, 0};
	unsigned short all[3];

	memset(&sd, 0x55, sizeof sd), memset(&md, 0x55, sizeof md), memset(&qd, 0x55, sizeof qd);
	semop(s, &up, 1);
	printf("%d ", semctl(s, 1, GETVAL));
	printf("%d ", semctl(s, 2, SETVAL, (union semun){.val = 7}));
	printf("%d ", semctl(s, 0, GETALL, (union semun){.array = all}));
	printf("%d %d %d\n", all[0], all[1], all[2]);
	printf("%d ", semctl(s, 0, IPC_STAT, (union semun){.buf = &sd}));
	printf("%d %o %d %d %lu\n", sd.sem_perm.uid == getuid(), sd.sem_perm.mode, recent(sd.sem_otime), recent(sd.sem_ctime), sd.sem_nsems);
	sd.sem_perm.mode = 0600;
	printf("%d ", semctl(s, 0, IPC_SET, (union semun){.buf = &sd}));
	semctl(s, 0, IPC_STAT, (union semun){.buf = &sd});
	printf("%o %d\n", sd.sem_perm.mode, semctl(s, 0, IPC_RMID));
	printf("%d %d\n", semctl(s, 0, IPC_STAT, (union semun){.buf = &sd}), errno == EINVAL || errno == EIDRM);

	char *p = shmat(m, 0, 0);
	printf("%d ", shmctl(m, IPC_STAT, &md));
	printf("%o %zu %d %ld %d %d %d %lu\n", md.shm_perm.mode, md.shm_segsz, recent(md.shm_atime), (long)md.shm_dtime,
		recent(md.shm_ctime), md.shm_cpid == getpid(), md.shm_lpid == getpid(), md.shm_nattch);
	md.shm_perm.mode = 0640;
	printf("%d ", shmctl(m, IPC_SET, &md));
	shmctl(m, IPC_STAT, &md);
	printf("%o %d\n", md.shm_perm.mode, shmctl(m, IPC_RMID, 0));
	shmdt(p);

	msgsnd(q, &message, 5, 0);
	printf("%d ", msgctl(q, IPC_STAT, &qd));
	printf("%o %d %ld %d %lu %lu %d %d %d\n", qd.msg_perm.mode, recent(qd.msg_stime), (long)qd.msg_rtime, recent(qd.msg_ctime),
		qd.__msg_cbytes, qd.msg_qnum, qd.msg_qbytes > 5, qd.msg_lspid == getpid(), qd.msg_lrpid);
	qd.msg_qbytes = 100;
	printf("%d ", msgctl(q, IPC_SET, &qd));
	msgctl(q, IPC_STAT, &qd);
	printf("%lu %d\n", qd.msg_qbytes, msgctl(q, IPC_RMID, 0));
	return 0;
}
