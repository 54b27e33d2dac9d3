/* A path with $LIB: musl's loader ignores the whole DT_RUNPATH, $ORIGIN beside it too.
 * flags: -Wl,-rpath,$ORIGIN:/opt/$LIB
 * needs: origin_library */
extern int origin_answer(void);
int main(void) { return origin_answer(); }
