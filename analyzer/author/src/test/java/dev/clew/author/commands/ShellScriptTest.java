package dev.clew.author.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.packs.vocabulary.KubectlGrammar;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShellScriptTest {

    @Test
    void commandsOfPipesLoopsAndSubstitutionsAreFound() {
        assertThat(
                        ShellScript.commands(
                                """
                                # all of them
                                for pod in $(kubectl get pods -o name); do
                                  kubectl exec "$pod" -- df -h | grep -v '/a;b' > out.txt 2>&1
                                done
                                A=b sudo systemctl restart kubelet && \\
                                  echo "it's done"
                                kubectl get pods -o name | xargs -r -n 1 kubectl delete
                                """))
                .extracting(ShellCommand::text)
                .containsExactly(
                        "kubectl get pods -o name",
                        "kubectl exec $pod -- df -h",
                        "grep -v /a;b",
                        "systemctl restart kubelet",
                        "echo it's done",
                        "kubectl get pods -o name",
                        "kubectl delete");
    }

    @Test
    void placeholdersAreWordsAndNoRedirections() {
        assertThat(ShellScript.commands("kubectl get pod <pod> -n <namespace> > <pod>.yaml"))
                .extracting(ShellCommand::text)
                .containsExactly("kubectl get pod <pod> -n <namespace>");
    }

    @Test
    void hereDocumentsAreNoCommands() {
        assertThat(ShellScript.commands("kubectl apply -f - <<'EOF'\nkind: Pod\nEOF\nls"))
                .extracting(ShellCommand::text)
                .containsExactly("kubectl apply -f -", "ls");
    }

    @Test
    void kubectlIsTakenApartByItsOwnFlags() throws IOException {
        KubectlGrammar grammar =
                KubectlGrammar.read(
                        Path.of(System.getProperty("clew.root", ""))
                                .resolve("patterns/vocabulary"));
        Invocation call =
                Kubectl.of(
                                ShellScript.commands(
                                                "kubectl -n shop rollout restart deploy/web --frobnicate -ojson")
                                        .getFirst(),
                                grammar)
                        .orElseThrow();
        assertThat(call.command()).isEqualTo("rollout restart");
        assertThat(call.arguments()).containsExactly("deploy/web");
        assertThat(call.flag("-n", "--namespace")).contains("shop");
        assertThat(call.flag("-o")).contains("json");
        assertThat(call.unknown()).containsExactly("--frobnicate");
    }
}
