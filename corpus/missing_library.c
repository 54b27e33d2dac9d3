/* A library that is nowhere: no path leads to it.
 * needs: origin_library */
extern int origin_answer(void);
int main(void) { return origin_answer(); }
