/* DT_PREINIT_ARRAY, which musl never runs. */
#include <stdio.h>
static int prepared;
static void prepare(void) { prepared = 1; }
__attribute__((section(".preinit_array"), used)) static void (*const entry)(void) = prepare;
int main(void) { return puts(prepared ? "prepared" : "not prepared") < 0; }
