/* An IFUNC of the program itself: an IRELATIVE relocation, which musl's loader does not know. */
static int answer(void) { return 0; }
static int (*choose(void))(void) { return answer; }
static int chosen(void) __attribute__((ifunc("choose")));
int main(void) { return chosen(); }
