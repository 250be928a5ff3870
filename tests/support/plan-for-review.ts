// A plan of our own words for the review journey: another year and matter than the sample office's.
export const planForReview = `ỦY BAN NHÂN DÂN
XÃ TIỀN TIẾN

Số: 15/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tiền Tiến, ngày 10 tháng 3 năm 2023

KẾ HOẠCH
Tuyên truyền chuyển đổi số năm 2023 trên địa bàn xã Tiền Tiến

Thực hiện Kế hoạch số 12/KH-UBND ngày 20/02/2023 của Ủy ban nhân dân thành phố Hải Dương về chuyển đổi số, Ủy ban nhân dân xã ban hành kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Giúp người dân biết và dùng được dịch vụ công trực tuyến.

2. Yêu cầu

- Nội dung ngắn, dễ hiểu, sát việc hằng ngày.

3. Thời gian thực hiện: trong năm 2023.

II. NỘI DUNG TUYÊN TRUYỀN

1. Tuyên truyền cách nộp hồ sơ trực tuyến tại nhà. Giới thiệu nơi được hướng dẫn khi gặp khó khăn.

2. Phổ biến cách giữ an toàn cho tài khoản cá nhân trên mạng.

III. HÌNH THỨC TUYÊN TRUYỀN

1. Đăng tin, bài trên Cổng thông tin điện tử của xã.

2. Phát tin trên Đài phát thanh xã.

IV. TỔ CHỨC THỰC HIỆN

1. Công chức Văn hóa - Thông tin

- Biên soạn tài liệu hướng dẫn trước ngày 15/4/2023.

- Hằng tháng tổng hợp kết quả, báo cáo Ủy ban nhân dân xã.

2. Đài phát thanh xã

- Phát mỗi tuần hai bản tin về chuyển đổi số.

Trên đây là Kế hoạch tuyên truyền chuyển đổi số năm 2023 của Ủy ban nhân dân xã Tiền Tiến./.

Nơi nhận:
- Lãnh đạo UBND xã;
- Các thôn;
- Lưu: VP.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

(Đã ký)
`;
