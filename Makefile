# Perintah proyek. "make" saja menulis daftar ini.
PY := .venv/bin/python
PORT ?= 8000
# Python keeps what it compiled: without that, every build compiles three hundred modules anew.
unexport PYTHONDONTWRITEBYTECODE
# Material advertises its successor at every build; what we do about it stands in README.
export NO_MKDOCS_2_WARNING := 1
BENCH = CHROMIUM="$$($(PY) scripts/browser.py)" && export CHROMIUM && $(PY) -m bench --format $(or $(FORMAT),teks)

.PHONY: help serve test penyunting build check schema templat pasang kembali alamat tautan situs tandatangani kait komentar lint picture bench bench-lighthouse bench-warta bench-alur bench-alur-halaman pdf clean setup

help: ## menulis daftar perintah
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 28

serve: setup check ## memasang semuanya, memeriksa isi, membangun situs, menayangkannya di localhost (PORTAL=kantor/mamuju)
	$(PY) -m mkdocs serve --livereload -a localhost:$(PORT)

test: setup ## memasang semuanya termasuk peramban, lalu menjalankan semua uji
	@$(PY) scripts/node.py && $(PY) scripts/node.py penyunting
	@CHROMIUM="$$($(PY) scripts/browser.py)" && export CHROMIUM && $(MAKE) --no-print-directory lint && $(PY) -m pytest -n auto --dist loadfile

penyunting: setup ## menyunting di peramban di komputer ini: /admin/ dengan alur tinjauan, disimpan sebagai commit
	@PORT=$(PORT) $(PY) scripts/penyunting.py

build: setup ## membangun situs ke folder site/
	$(PY) -m mkdocs build

pdf: setup ## mencetak semua SOP dan dokumen PPID sebagai PDF dan menautkannya dari situs (KERTAS=F4)
	@CHROMIUM="$$($(PY) scripts/browser.py)" && export CHROMIUM && $(PY) -m scripts.pdf .pdf --akar $(or $(PORTAL),.) --kertas $(or $(KERTAS),A4)
	PDF=.pdf $(PY) -m mkdocs build

check: setup ## memeriksa semua isi tanpa membangun situs
	@$(PY) -m macros --akar $(or $(PORTAL),.) periksa --format $(or $(FORMAT),teks)

schema: setup ## menulis ulang JSON Schema setelah model berubah
	$(PY) -m macros skema

templat: setup ## menulis ulang formulir usulan dan CODEOWNERS setelah SOP berubah (ORGANISASI=nama)
	$(PY) -m macros templat $(if $(ORGANISASI),--organisasi $(ORGANISASI))

pasang: ## memasang site/ ke server web dengan sekali alih (TUJUAN=/var/www/portal atau pengguna@server:/var/www/portal)
	@scripts/pasang.sh $(or $(SITUS),site) "$(TUJUAN)"

kembali: ## menayangkan kembali situs sebelumnya (TUJUAN seperti pasang)
	@scripts/pasang.sh --kembali "$(TUJUAN)"

alamat: setup ## mencatat alamat yang terbit, supaya tidak ada yang hilang tanpa pengalihan
	$(PY) -m macros --akar $(or $(PORTAL),.) alamat

tautan: setup ## memeriksa tautan informasi publik dan situs perangkat daerah (perlu jaringan)
	$(PY) -m macros tautan

situs: setup ## melihat situs perangkat daerah dengan sopan dan mengisi terlihat.csv periode yang berlangsung (perlu jaringan)
	$(PY) -m macros situs --daring

komentar: setup ## menjalankan server komentar di localhost:8080 untuk dicoba (perlu jaringan saat pertama kali)
	@sh scripts/komentar.sh

lint: setup ## memeriksa gaya dan jenis kode
	$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy

tandatangani: setup ## menandatangani manifest situs yang sudah dibangun (KUNCI=~/.ssh/id_ed25519)
	$(PY) -m macros tandatangani $(KUNCI)

kait: ## memasang pemeriksa sebelum git commit: rahasia, NIK, NIP, isi
	@git config core.hooksPath scripts/kait && echo "Terpasang. Setiap git commit diperiksa lebih dahulu."

picture: build ## memotret halaman untuk README dan panduan penyuntingan
	@CHROMIUM="$$($(PY) scripts/browser.py)" && export CHROMIUM && $(PY) scripts/picture.py && $(PY) scripts/penyunting_gambar.py

bench: setup ## mengukur semuanya dan membandingkan dengan batasnya, dua puluh menit (FORMAT=json untuk mesin)
	@$(BENCH)

bench-lighthouse: setup ## mengukur satu halaman dari setiap jenis dengan Lighthouse
	@$(BENCH) halaman

bench-warta: setup ## mengukur situs dengan 1.000, 3.000 dan 10.000 artikel contoh (POLOS=10000 untuk pembanding penuh)
	@$(BENCH) warta --polos-sampai $(or $(POLOS),3000)

bench-alur: setup ## mengukur kerapian bagan alur (DATA=folder SOP, FORMAT=json)
	@CHROMIUM="$$($(PY) scripts/browser.py)" && export CHROMIUM && $(PY) -m bench.alur --format $(or $(FORMAT),teks) $(if $(DATA),--data "$(DATA)")

bench-alur-halaman: setup ## menulis ulang angka kerapian yang ditampilkan situs
	@CHROMIUM="$$($(PY) scripts/browser.py)" && export CHROMIUM && $(PY) -m bench.alur --tulis docs/aset/kerapian-alur.json

clean: ## menghapus hasil bangunan
	rm -rf site site.baru site.lama .pdf .cache kantor/*/.cache .pytest_cache .mypy_cache .ruff_cache

setup:
	@sh scripts/setup.sh
	@if grep -qs '^penyunting:' $(or $(PORTAL),.)/portal.yml; then $(PY) scripts/node.py penyunting; fi
