/* A frame of 200,000 bytes in QThread::run.
 * flags: -O2 -Wl,--unresolved-symbols=ignore-all -Wl,-z,lazy
 * needs: libQt5Core.so.5
 * truth: crashes */
struct QMetaObject;
class QObject {
 public:
  virtual const QMetaObject *metaObject() const;
  virtual void *qt_metacast(const char *);
  virtual int qt_metacall(int, int, void **);
  virtual ~QObject();
  virtual bool event(void *);
  virtual bool eventFilter(QObject *, void *);
  virtual void timerEvent(void *);
  virtual void childEvent(void *);
  virtual void customEvent(void *);
  virtual void connectNotify(const void *);
  virtual void disconnectNotify(const void *);
  void *d;
};
// The declarations of Qt 5 without its headers; the events' own types do not matter for the call of run.
class QThread : public QObject {
 public:
  explicit QThread(QObject *parent = nullptr);
  const QMetaObject *metaObject() const override;
  void *qt_metacast(const char *) override;
  int qt_metacall(int, int, void **) override;
  ~QThread();
  enum Priority { Idle, Inherit = 7 };
  void start(Priority = Inherit);
  bool wait(unsigned long = ~0ul);

 protected:
  virtual void run();
};
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
struct Deep : QThread {
  int result = 1;
  void run() override { char b[200000]; result = touch(b, 200000); }
};
int main() {
  Deep t;
  t.start();
  t.wait();
  return t.result;
}
