/* recipe: execvp
 * symbols: execvp execvpe execlp
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.11
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the search path when PATH is unset is musl's
 * spec: exec(3): a file without a known header is run by /bin/sh
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void run_script(const char *file, char *const argv[], char *const envp[])
{
	size_t count = 0;

	while (argv[count])
		count++;
	const char *with_shell[count + 3];
	with_shell[0] = "/bin/sh";
	with_shell[1] = file;
	for (size_t i = 1; i <= count; i++)
		with_shell[i + 1] = argv[i];
	with_shell[count ? count + 1 : 2] = 0;
	execve("/bin/sh", (char *const *)(uintptr_t)with_shell, envp);
}

/* musl stops at the first file that it finds: look for that file again. */
static void run_found_script(const char *file, char *const argv[], char *const envp[])
{
	const char *path = getenv("PATH");
	char full[PATH_MAX];

	if (strchr(file, '/')) {
		run_script(file, argv, envp);
		return;
	}
	for (const char *p = path ? path : "/usr/local/bin:/bin:/usr/bin"; p; p = *p ? p + 1 : 0) {
		size_t n = strcspn(p, ":"), length = strlen(file);
		if (n + length + 2 <= sizeof full) {
			memcpy(full, p, n);
			full[n] = '/';
			memcpy(full + n + (n > 0), file, length + 1);
			if (!access(full, X_OK)) {
				run_script(full, argv, envp);
				return;
			}
		}
		p += n;
	}
}

int __mc_execvpe(const char *file, char *const argv[], char *const envp[])
{
	execvpe(file, argv, envp);
	if (errno == ENOEXEC)
		run_found_script(file, argv, envp);
	return -1;
}

int __mc_execvp(const char *file, char *const argv[])
{
	return __mc_execvpe(file, argv, environ);
}

int __mc_execlp(const char *file, const char *first, ...)
{
	int count = 1;
	va_list args;

	va_start(args, first);
	while (va_arg(args, const char *))
		count++;
	va_end(args);
	char *argv[count + 1];
	argv[0] = (char *)(uintptr_t)first;
	va_start(args, first);
	for (int i = 1; i <= count; i++)
		argv[i] = va_arg(args, char *);
	va_end(args);
	return __mc_execvp(file, argv);
}
