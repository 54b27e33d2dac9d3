/* gcc: -O2 -fPIE -pie -pthread
 *
 * A library that is opened while threads run, with thread-local variables of the initial-exec model: each thread
 * has its own, those that were there before too. */
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>

static sem_t opened;
static int (*count)(int);
static const char *(*odd)(void);

static void *run(void *wait)
{
	static char said[4][64];
	static int n;
	char *mine = said[__atomic_fetch_add(&n, 1, __ATOMIC_SEQ_CST)];

	if (wait)
		sem_wait(&opened);
	for (int i = 0; i < 3; i++)
		sprintf(mine + strlen(mine), "%d ", count(1));
	strcat(mine, odd());
	return mine;
}

static void print(pthread_t thread)
{
	void *said;

	pthread_join(thread, &said);
	puts(said);
}

int main(void)
{
	pthread_t early, late;
	void *plugin;

	sem_init(&opened, 0, 0);
	pthread_create(&early, 0, run, "wait");
	plugin = dlopen("./libplugin.so", RTLD_NOW);
	if (!plugin)
		return puts(dlerror()), 1;
	count = (int (*)(int))dlsym(plugin, "plugin_count");
	odd = (const char *(*)(void))dlsym(plugin, "plugin_odd");
	printf("%d %d\n", count(10), count(10));
	puts(odd());
	sem_post(&opened);
	print(early);
	pthread_create(&late, 0, run, 0);
	print(late);
	printf("%d\n", count(0));
}
