package eventflux.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfiguredSettingTest {

    @Test
    void showsNoSecretByItsNameNorInsideOfAnAddress() {
        assertThat(ConfiguredSetting.shown("refs.shop.jdbc.password", "abc")).isEqualTo("******");
        assertThat(ConfiguredSetting.shown("url", "amqp://ann:abc@mq/")).isEqualTo("amqp://ann:******@mq/");
        assertThat(ConfiguredSetting.shown("url", "jdbc:mariadb://h/db?user=ann&password=abc$1&ssl=true"))
                .isEqualTo("jdbc:mariadb://h/db?user=ann&password=******&ssl=true");
        assertThat(ConfiguredSetting.shown("url", "jdbc:h2:./db;USER=ann;PASSWORD=abc"))
                .isEqualTo("jdbc:h2:./db;USER=ann;PASSWORD=******");
    }

    @Test
    void showsTheRestAsItIs() {
        String text = "https://h/in?place=JFK&limit=$3;x";

        assertThat(ConfiguredSetting.shown("url", text)).isEqualTo(text);
    }
}
