package eventflux.ext.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LoggerLinesTest {

    @Test
    void logsAtItsLevel() {
        RecordingLogger recorder = new RecordingLogger();

        new LoggerLines(recorder, Level.WARN).line(new StringBuilder("a {} b"));

        assertThat(recorder.lines).containsExactly("WARN a {} b");
    }

    @Test
    void makesNoTextForALevelThatIsOff() {
        RecordingLogger recorder = new RecordingLogger();

        new LoggerLines(recorder, Level.DEBUG).line(new StringBuilder("a"));

        assertThat(recorder.lines).isEmpty();
    }
}
