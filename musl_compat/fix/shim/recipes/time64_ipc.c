/* recipe: time64_ipc
 * symbols: __semctl64 __shmctl64 __msgctl64
 * kind: wrapper
 * glibc: GLIBC_2.34
 * arch: i386 armhf
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: POSIX.1-2024 semctl(), shmctl(), msgctl(); Linux man-pages; glibc's structures of 32-bit machines with 64-bit times
 * scope: public
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdint.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

struct semaphores {
	struct ipc_perm perm;
	int64_t otime, ctime;
	unsigned long nsems, reserved[2];
};
struct memory {
	struct ipc_perm perm;
	size_t segsz;
	int64_t atime, dtime, ctime;
	int cpid, lpid;
	unsigned long nattch, reserved[2];
};
struct queue {
	struct ipc_perm perm;
	int64_t stime, rtime, ctime;
	unsigned long cbytes, qnum, qbytes;
	int lspid, lrpid;
	unsigned long reserved[2];
};

union argument {
	int value;
	void *pointer;
	struct semid_ds *data;
};

int __semctl64(int id, int number, int what, ...)
{
	struct semid_ds own = {0};
	struct semaphores *theirs;
	union argument argument;
	va_list args;
	int result;

	va_start(args, what);
	argument = va_arg(args, union argument);
	va_end(args);
	if (what != IPC_STAT && what != SEM_STAT && what != SEM_STAT_ANY && what != IPC_SET)
		return semctl(id, number, what, argument);
	theirs = argument.pointer;
	if (what == IPC_SET)
		own.sem_perm = theirs->perm;
	argument.data = &own;
	result = semctl(id, number, what, argument);
	if (result >= 0 && what != IPC_SET)
		*theirs = (struct semaphores){own.sem_perm, own.sem_otime, own.sem_ctime, own.sem_nsems, {0}};
	return result;
}

int __shmctl64(int id, int what, struct memory *theirs)
{
	struct shmid_ds own = {0};
	int result;

	if (what != IPC_STAT && what != SHM_STAT && what != SHM_STAT_ANY && what != IPC_SET)
		return shmctl(id, what, (struct shmid_ds *)(void *)theirs);
	if (what == IPC_SET)
		own.shm_perm = theirs->perm;
	result = shmctl(id, what, &own);
	if (result >= 0 && what != IPC_SET)
		*theirs = (struct memory){own.shm_perm, own.shm_segsz, own.shm_atime, own.shm_dtime, own.shm_ctime, own.shm_cpid,
			own.shm_lpid, own.shm_nattch, {0}};
	return result;
}

int __msgctl64(int id, int what, struct queue *theirs)
{
	struct msqid_ds own = {0};
	int result;

	if (what != IPC_STAT && what != MSG_STAT && what != MSG_STAT_ANY && what != IPC_SET)
		return msgctl(id, what, (struct msqid_ds *)(void *)theirs);
	if (what == IPC_SET) {
		own.msg_perm = theirs->perm;
		own.msg_qbytes = theirs->qbytes;
	}
	result = msgctl(id, what, &own);
	if (result >= 0 && what != IPC_SET)
		*theirs = (struct queue){own.msg_perm, own.msg_stime, own.msg_rtime, own.msg_ctime, own.msg_cbytes, own.msg_qnum,
			own.msg_qbytes, own.msg_lspid, own.msg_lrpid, {0}};
	return result;
}
