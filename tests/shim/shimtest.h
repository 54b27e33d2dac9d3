/* What every test program of a recipe includes. A test prints what it sees: glibc's output is what musl with the shim must print. */
#ifndef SHIMTEST_H
#define SHIMTEST_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Call through a volatile pointer, so that the compiler cannot put another function in its place: VIA(f)(args). */
#define VIA(f) (__extension__({ __typeof__(f) *volatile via_ = (f); via_; }))

/* Does this statement end the process by SIGABRT, as an overflow that a checking function finds must? */
#define ABORTS(what, statement) \
	do { \
		fflush(stdout); \
		pid_t pid_ = fork(); \
		if (!pid_) { \
			if (!freopen("/dev/null", "w", stderr)) _exit(9); \
			statement; \
			_exit(0); \
		} \
		int status_ = 0; \
		waitpid(pid_, &status_, 0); \
		printf("%s: %s\n", what, WIFSIGNALED(status_) && WTERMSIG(status_) == SIGABRT ? "aborts" \
			: WIFEXITED(status_) && WEXITSTATUS(status_) == 0 ? "returns" : "ends otherwise"); \
	} while (0)

/* A child's stdout and stderr and how it ended, on our stdout. */
#define IN_CHILD(statement) \
	do { \
		fflush(stdout); \
		int fds_[2]; \
		if (pipe(fds_)) exit(9); \
		pid_t pid_ = fork(); \
		if (!pid_) { \
			dup2(fds_[1], 1); \
			dup2(fds_[1], 2); \
			close(fds_[0]); \
			close(fds_[1]); \
			statement; \
			fflush(stdout); \
			_exit(0); \
		} \
		close(fds_[1]); \
		char buffer_[512]; \
		ssize_t n_; \
		while ((n_ = read(fds_[0], buffer_, sizeof buffer_)) > 0) fwrite(buffer_, 1, (size_t)n_, stdout); \
		close(fds_[0]); \
		int status_ = 0; \
		waitpid(pid_, &status_, 0); \
		if (WIFSIGNALED(status_)) printf("[signal %d]\n", WTERMSIG(status_)); \
		else printf("[exit %d]\n", WEXITSTATUS(status_)); \
	} while (0)

static inline void hex(const char *label, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;
	printf("%s:", label);
	for (size_t i = 0; i < n; i++) printf(" %02x", b[i]);
	putchar('\n');
}
#endif
