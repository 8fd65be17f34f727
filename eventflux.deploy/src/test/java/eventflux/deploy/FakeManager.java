package eventflux.deploy;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.testkit.engine.FakeApplication;
import eventflux.testkit.engine.FakeEngine;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Knows one mistake, the word "mistake"; fails outright on "defect". Names applications as their texts or files do. */
final class FakeManager extends FakeEngine {

    /** Whether it has what texts need that it calls mistakes otherwise. */
    volatile boolean knowsAll;

    /** What applications wait for in their start whose text says "hanging" or "heedless", and those at their close that are "endless". */
    final CountDownLatch end = new CountDownLatch(1);

    /** Open when one of them waits. */
    final CountDownLatch hanging = new CountDownLatch(1);

    enum FakeProblem implements ErrorCode {
        MISTAKE,
        NAME_TAKEN,
        NOT_STARTED;

        @Override
        public ErrorKind kind() {
            return ErrorKind.USER;
        }

        @Override
        public String template() {
            return "it is a " + code();
        }
    }

    @Override
    protected FakeApplication application(String name, String text) {
        if (text.contains("defect")) {
            throw new IllegalStateException("defect");
        }
        String application = ApplicationText.nameIn(text).orElse(name);
        if (appRuntime(application).isPresent()) {
            throw new EventFluxException(Problem.of(FakeProblem.NAME_TAKEN));
        }
        return new FakeRuntime(application, text, hanging, end);
    }

    @Override
    public List<Problem> validate(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int column = lines.get(i).indexOf("mistake");
            if (column >= 0 && !knowsAll) {
                return List.of(Problem.of(FakeProblem.MISTAKE).at(new SourcePosition(i + 1, column + 1, 7)));
            }
        }
        return List.of();
    }
}
