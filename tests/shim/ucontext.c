#define _GNU_SOURCE
#include <fenv.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

static ucontext_t main_context, a, b, gen;
static char stack_a[65536], stack_b[65536], stack_g[65536];

static void task_a(int n, int m)
{
	printf("a starts %d %d aligned %d\n", n, m, (int)((size_t)__builtin_frame_address(0) % 16));
	for (int i = 0; i < 3; i++) {
		printf("a %d\n", i);
		swapcontext(&a, &b);
	}
}

static void task_b(long x1, long x2, long x3, long x4, long x5, long x6, long x7, long x8)
{
	printf("b starts %ld %ld %ld %ld %ld %ld %ld %ld\n", x1, x2, x3, x4, x5, x6, x7, x8);
	for (int i = 0; i < 3; i++) {
		printf("b %d\n", i);
		swapcontext(&b, &a);
	}
}

static long produced;
static void generator(void)
{
	double f = 1.5;
	for (long i = 0;; i++) {
		produced = i * i + (long)f;
		f += 0.25;
		swapcontext(&gen, &main_context);
	}
}

static void *in_thread(void *arg)
{
	volatile int count = 0;
	ucontext_t c;
	getcontext(&c);
	count++;
	if (count < 4)
		setcontext(&c);
	printf("thread %d\n", count);
	return arg;
}

int main(void)
{
	volatile int rounds = 0;
	sigset_t mask, now;
	pthread_t t;
	ucontext_t here;
	long sum = 0;

	setvbuf(stdout, 0, _IONBF, 0);
	printf("get %d\n", getcontext(&here));
	if (rounds++ < 3)
		setcontext(&here);
	printf("rounds %d\n", rounds);

	getcontext(&a);
	a.uc_stack.ss_sp = stack_a, a.uc_stack.ss_size = sizeof stack_a, a.uc_link = &main_context;
	makecontext(&a, (void (*)(void))task_a, 2, 7, -8);
	getcontext(&b);
	b.uc_stack.ss_sp = stack_b, b.uc_stack.ss_size = sizeof stack_b - 8, b.uc_link = 0;
	makecontext(&b, (void (*)(void))task_b, 8, 1L, 2L, 3L, 4L, 5L << 20, 6L, 7L, -8L);
	printf("swap %d\n", swapcontext(&main_context, &a));

	getcontext(&gen);
	gen.uc_stack.ss_sp = stack_g, gen.uc_stack.ss_size = sizeof stack_g, gen.uc_link = 0;
	makecontext(&gen, generator, 0);
	for (int i = 0; i < 100000; i++) {
		swapcontext(&main_context, &gen);
		sum += produced;
	}
	printf("sum %ld\n", sum);

	sigemptyset(&mask);
	sigaddset(&mask, SIGUSR1);
	sigprocmask(SIG_SETMASK, &mask, 0);
	rounds = 0;
	fesetround(FE_UPWARD);
	getcontext(&here);
	sigprocmask(0, 0, &now);
	printf("blocked %d round %d\n", sigismember(&now, SIGUSR1), fegetround() == FE_UPWARD);
	sigemptyset(&mask);
	sigprocmask(SIG_SETMASK, &mask, 0);
	fesetround(FE_TONEAREST);
	if (rounds++ == 0)
		setcontext(&here);
	pthread_create(&t, 0, in_thread, 0);
	pthread_join(t, 0);
	a.uc_link = 0;
	makecontext(&a, (void (*)(void))task_a, 0);
	b.uc_link = &main_context;
	makecontext(&b, exit, 1, 3);
	setcontext(&b);
}
