/* A weak reference that nothing satisfies: it stays 0, in silence. */
extern int not_there(void) __attribute__((weak));
int main(void) { return not_there ? not_there() : 0; }
