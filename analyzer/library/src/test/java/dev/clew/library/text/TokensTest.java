package dev.clew.library.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static List<String> terms(String text) {
        return Tokens.of(text).stream().map(Token::term).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ipv4-native-routing-cidr",
                "ipv4NativeRoutingCIDR",
                "ipv4-native-routing-cidr",
                "ipv4_native_routing_cidr",
                "ipv4.NativeRouting.CIDR"
            })
    void anOptionIsOneWordInAllItsForms(String form) {
        assertThat(terms(form))
                .contains("ipv4nativeroutingcidr", "ipv4", "native", "routing", "cidr");
    }

    @Test
    void capitalsBeginWordsOnlyWhereWordsBegin() {
        assertThat(terms("OOMKilled")).contains("oomkilled", "oom", "killed");
        assertThat(terms("IPs")).containsExactly("ips");
        assertThat(terms("CrashLoopBackOff")).contains("crashloopbackoff", "crash", "back");
    }

    @Test
    void versionsAndFilesStayWhole() {
        assertThat(terms("1.16")).containsExactly("1.16");
        assertThat(terms("cilium.sock")).contains("ciliumsock", "cilium", "sock");
    }

    @Test
    void chineseGivesPairs() {
        assertThat(terms("容器重启")).contains("容器", "器重", "重启");
        assertThat(terms("卷")).contains("卷");
    }

    @Test
    void notionsAreNamedInAnyForm() {
        for (String form : List.of("oom", "out of memory", "OOMKilled", "内存不足", "the oom-killer")) {
            assertThat(terms(form)).as(form).contains("=oom");
        }
        assertThat(terms("kube-proxy replacement")).contains("=kpr");
        assertThat(terms("kubeProxyReplacement")).contains("=kpr");
        assertThat(terms("memory")).doesNotContain("=oom");
    }

    @Test
    void placesPointIntoTheText() {
        String text = "set socketLB.hostNamespaceOnly=true 内存不足";
        for (Token token : Tokens.of(text)) {
            assertThat(token.from()).isBetween(0, text.length() - 1);
            assertThat(token.to()).isBetween(token.from() + 1, text.length());
        }
        assertThat(Tokens.of(text).stream().mapToInt(Token::from)).isSorted();
    }

    @Test
    void wordsAreStemmed() {
        assertThat(
                        new KnowledgeAnalyzer()
                                .terms("certificates expired crashes").stream().map(Token::term))
                .contains("certificate", "expire", "crash");
    }
}
