#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
static void in_child(void (*f)(void))
{
	int status;
	fflush(stdout);
	if (!fork()) {
		f();
		printf("failed %d\n", errno);
		fflush(stdout);
		_exit(9);
	}
	wait(&status);
	printf("status %d\n", WEXITSTATUS(status));
}
static void slash(void) { execvp("./script", (char *[]){"zero", "one two", "three", 0}); }
static void path(void) { execlp("script", "zero", "a", (char *)0); }
static void env(void) { execvpe("script", (char *[]){"zero", 0}, (char *[]){"V=set", 0}); }
static void missing(void) { execvp("no-such-program-here", (char *[]){"x", 0}); }
static void noargs(void) { execvp("./script", (char *[]){0}); }
int main(void)
{
	char dir[] = "/tmp/execXXXXXX";
	if (!mkdtemp(dir) || chdir(dir))
		return 1;
	FILE *f = fopen("script", "w");
	fputs("echo \"[$1] [$2] $# $V\"\nexit 3\n", f);
	fclose(f);
	chmod("script", 0755);
	setenv("PATH", "/nowhere:.:/bin:/usr/bin", 1);
	in_child(slash), in_child(path), in_child(env), in_child(missing), in_child(noargs);
	unlink("script"), chdir("/"), rmdir(dir);
}
