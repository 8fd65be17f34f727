package eventflux.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker breaker = new CircuitBreaker(3, 100);

    private void fail(int times, long now) {
        for (int i = 0; i < times; i++) {
            breaker.failed(now);
        }
    }

    @Test
    void staysClosedWhileFewerFailInARow() {
        fail(2, 0);
        breaker.succeeded();
        fail(2, 0);

        assertThat(breaker.allows(0)).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void opensWhenTooManyFailInARow() {
        fail(3, 50);

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.allows(149)).isFalse();
    }

    @Test
    void letsOneTryWhenTheWhileIsOver() {
        fail(3, 50);

        assertThat(breaker.allows(150)).isTrue();
        assertThat(breaker.allows(150)).isFalse();
    }

    @Test
    void staysOpenForAnotherWhileWhenTheTryFails() {
        fail(3, 50);
        breaker.allows(150);
        breaker.failed(160);

        assertThat(breaker.allows(259)).isFalse();
        assertThat(breaker.allows(260)).isTrue();
    }

    @Test
    void closesWhenTheTrySucceeds() {
        fail(3, 50);
        breaker.allows(150);
        breaker.succeeded();
        fail(2, 160);

        assertThat(breaker.allows(160)).isTrue();
    }
}
